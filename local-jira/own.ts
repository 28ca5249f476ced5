type Values<Value> = Readonly<Record<string, Value>>;

/** A member that a record has of its own: "constructor" names no issue. */
export function own<Value>(record: Values<Value> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The record without a member. */
export function without<Value>(record: Values<Value>, key: string): Values<Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
