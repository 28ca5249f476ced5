export { followUp } from './follow-up';
export { issueDeleted } from './issue-deleted';
export { sweep } from './sweep';
