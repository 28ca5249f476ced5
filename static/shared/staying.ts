import { api } from './api';
import { pause } from './pause';
import type { SaveWorld } from './record/stay-with-save';

/** What staying with a save needs, for pages that save through the app's own calls. */
export const staying: SaveWorld = { withdrawEdit: api.withdrawEdit, wait: pause };
