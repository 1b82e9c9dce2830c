export { preset as default } from '../../tsup.base.js';
