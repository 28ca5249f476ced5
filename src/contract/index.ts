export type {
  AppApi,
  AppError,
  ErrorCode,
  ProgrammePayload,
  ProgrammeView,
  RecordEditOfPayload,
  RecordEditPayload,
  ReplaceRecordPayload,
  SaveView,
  VisibilityPayload,
  VisibilityView,
} from './app-api';
export {
  parseProgramme,
  parseRecordEdit,
  parseRecordEditOf,
  parseReplaceRecord,
  parseVisibility,
} from './parse-payload';
