/** Whether two names are the same to a reader, whatever their case and the space around them. */
export function sameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
