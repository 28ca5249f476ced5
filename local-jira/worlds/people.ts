import type { Person } from '../jira/state';

const accountId = (name: string): string => `712020:${name}-4e1c-8d07-local`;

const person = (name: string, displayName: string, role: Person['role']): Person => ({
  accountId: accountId(name),
  displayName,
  email: `${name}@harbour-and-pine.example`,
  role,
});

/** The people of the retailer. Four of them stand in the person switch. */
export const mira = person('mira', 'Mira Vos', 'editor');
export const jonas = person('jonas', 'Jonas Keller', 'reader');
export const tom = person('tom', 'Tom Adeyemi', 'stranger');
export const ines = person('ines', 'Ines Duarte', 'admin');
export const priya = person('priya', 'Priya Nair', 'other');
export const sanne = person('sanne', 'Sanne de Wit', 'other');

export const people: readonly Person[] = [mira, jonas, tom, ines, priya, sanne];
