import { errorCodesPage } from './errorCodes';
import { formatted } from '../../test/harness/markdown';
import { operationPages, type Pages } from './operationPages';
import { readmePath, readmePage } from './readme';
import { triggerPath, triggerPage } from './triggerPage';

export { operationsFolder, type Pages } from './operationPages';

/**
 * Every page that follows from the code alone, in the layout of the repository; of the README, only
 * the list of operations does.
 */
export async function pagesFromCode(): Promise<Pages> {
	const pages = [
		...operationPages(),
		['docs/error-codes.md', errorCodesPage()] as const,
		[triggerPath, triggerPage()] as const,
		[readmePath, readmePage()] as const,
	];
	return new Map(
		await Promise.all(pages.map(async ([path, text]) => [path, await formatted(text)] as const)),
	);
}
