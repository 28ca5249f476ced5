import { isJsonObject } from '../../domain/use-case/json';

/** The fields that tell whether an issue is hidden from some who see its project. */
export const restrictionFields = ['security', 'issuerestriction'] as const;

/**
 * Whether issue security, or a restriction of a team-managed project, hides an issue from some who see
 * the project. A restriction names roles or groups in `issuerestrictions`; without any it hides nothing.
 */
export function isRestricted(fields: Readonly<Record<string, unknown>>): boolean {
  const { security, issuerestriction } = fields;
  if (security !== undefined && security !== null) return true;
  const named = isJsonObject(issuerestriction) ? issuerestriction['issuerestrictions'] : undefined;
  return isJsonObject(named) && Object.keys(named).length > 0;
}
