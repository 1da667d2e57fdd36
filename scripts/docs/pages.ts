import { errorCodesPage } from './errorCodes';
import { formatted } from '../../test/harness/markdown';
import { operationPages, type Pages } from './operationPages';
import { probePath, probePage } from './probePage';
import { triggerPath, triggerPage } from './triggerPage';

export { operationsFolder, type Pages } from './operationPages';

/**
 * Every page that follows from the code alone, in the layout of the repository; of the page on the
 * probe, only a list does.
 */
export async function pagesFromCode(): Promise<Pages> {
	const pages = [
		...operationPages(),
		['docs/error-codes.md', errorCodesPage()] as const,
		[triggerPath, triggerPage()] as const,
		[probePath, probePage()] as const,
	];
	return new Map(
		await Promise.all(pages.map(async ([path, text]) => [path, await formatted(text)] as const)),
	);
}
