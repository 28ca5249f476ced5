/**
 * The three helpers that Forge's packages take out of `tslib`. They ask for the whole package, of
 * which a bundler cannot leave out the rest; through this list it can. A fourth would be missing at
 * once, in every browser test.
 */
export { __exportStar, __importDefault, __importStar } from 'tslib/tslib.es6.mjs';
