import { InvocationError, InvocationErrorCode } from '@forge/events';

/** How long the platform waits before it sends an event again, in seconds. */
const retryAfter = 300;

/** The answer to an event that could not be worked off now. */
export function tryAgain(): InvocationError {
  return new InvocationError({
    retryAfter,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
