export type {
  AppApi,
  AppError,
  ErrorCode,
  RecordEditPayload,
  ReplaceRecordPayload,
  SaveView,
  VisibilityPayload,
  VisibilityView,
} from './app-api';
export { parseRecordEdit, parseReplaceRecord, parseVisibility } from './parse-payload';
