import { programmeKeys } from '../../domain/programme/programme';
import type { RawProgramme } from '../../domain/programme/stored-programme';
import type { Json } from '../../domain/use-case/json';

/** The parts of a programme among the properties of a project. */
export function programmeIn(properties: Readonly<Record<string, Json>>): RawProgramme {
  return {
    plan: properties[programmeKeys.plan],
    reach: properties[programmeKeys.reach],
    data: properties[programmeKeys.data],
    people: properties[programmeKeys.people],
  };
}
