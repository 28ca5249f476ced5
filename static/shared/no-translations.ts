/**
 * Forge's translations without their translator, which the bridge loads and Northstar does not use: it
 * would travel with every first view. Its names of locales are Forge's own.
 */
export { I18N_BUNDLE_FOLDER_NAME, I18N_INFO_FILE_NAME } from '@forge/i18n/out/constants';
export { ensureLocale } from '@forge/i18n/out/ensureLocale';

/** The bridge makes one when it is loaded, and asks it nothing until somebody translates. */
export function TranslationsGetter(): void {
  // Nothing to get.
}

export function Translator(): never {
  throw new Error('Northstar brings its own texts.');
}
