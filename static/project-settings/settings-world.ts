import { createContext, useContext } from 'react';
import type { AppError } from '#contract';
import type { SettingsChange } from '#domain/settings/settings';
import type { Result } from '#domain/result';
import type { Estimates } from '#ports/estimates';
import type { AccountId, ProjectId } from '#domain/ids';
import type { People } from '#ports/people';
import type { ProjectIssues } from '#ports/project-issues';
import type { ProjectProperties } from '#ports/project-properties';
import type { Scores } from '#ports/scores';
import type { DeviceStore } from '../shared/device-store';
import type { Saved } from '../shared/record/stay-with-save';
import type { SettingsEditing } from '../shared/save-settings';
import type { wordingFor } from '../shared/wording';

/** What the settings page needs from the world. */
export type SettingsWorld = {
  readonly project: ProjectId;
  readonly viewer: AccountId;
  /** Where what is not saved is kept. */
  readonly device: DeviceStore;
  readonly projects: ProjectProperties;
  readonly issues: ProjectIssues;
  readonly estimates: Estimates;
  readonly scores: Scores;
  readonly people: People;
  readonly saveSettings: (
    editing: SettingsEditing,
  ) => Promise<Result<Saved<SettingsChange>, AppError>>;
  readonly wording: ReturnType<typeof wordingFor>;
};

export const SettingsWorldContext = createContext<SettingsWorld | undefined>(undefined);

/** The world, for the sections of the page. */
export function useSettingsWorld(): SettingsWorld {
  const world = useContext(SettingsWorldContext);
  if (world === undefined) throw new Error('A section of settings stands outside of its page.');
  return world;
}
