/** The project in an issue key: "CDP" of "CDP-14". */
export function projectKeyOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

/** The number in an issue key: 14 of "CDP-14". */
export function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}
