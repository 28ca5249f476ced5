/**
 * Forge's translations without their translator, which the bridge loads and Northstar does not use: it
 * would travel with every first view. Its names of locales are Forge's own.
 */
export { I18N_BUNDLE_FOLDER_NAME, I18N_INFO_FILE_NAME } from '@forge/i18n/out/constants';
export { ensureLocale } from '@forge/i18n/out/ensureLocale';

export class TranslationsGetter {}

export class Translator {
  constructor() {
    throw new Error('Northstar brings its own texts.');
  }
}
