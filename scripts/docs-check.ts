/**
 * npm run docs:check
 *
 * Finds links that lead nowhere in the project's Markdown files. "npm run lint" does it, too.
 */
import { brokenLinks } from './docs/links';
import { PROJECT_FOLDER } from '../test/harness/project';

const broken = brokenLinks(PROJECT_FOLDER);
for (const line of broken) console.error(line);
process.exitCode = broken.length === 0 ? 0 : 1;
