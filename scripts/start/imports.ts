import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { importCredentials, importWorkflows, type CredentialImport } from '../../test/harness/n8n';
import type { N8nOptions } from '../../test/harness/n8n';
import type { WorkflowJson } from '../../test/harness/workflow';

/**
 * Stores credentials and workflows in n8n, unless just these were stored before: that takes ten
 * seconds, and would undo what somebody has changed in the examples since.
 */
export async function importOnce(
	credentials: CredentialImport[],
	workflows: WorkflowJson[],
	options: N8nOptions,
): Promise<void> {
	const stamp = join(options.userFolder, 'imported');
	const wanted = createHash('sha256')
		.update(JSON.stringify([credentials, workflows]))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	await importCredentials(credentials, options);
	await importWorkflows(workflows, options);
	writeFileSync(stamp, wanted);
}
