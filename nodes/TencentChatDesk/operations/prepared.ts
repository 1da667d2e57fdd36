import { doneWord } from './doneWord';
import { withoutHiddenFailures } from './hiddenFailures';
import type { Resource } from './operation';

/** A resource with what all operations have in common, so that their files need not say it. */
export const prepared = (resource: Resource): Resource => ({
	...resource,
	operations: resource.operations
		.map(withoutHiddenFailures)
		.map((operation) => ({ doneWord: doneWord(operation.value), ...operation })),
});
