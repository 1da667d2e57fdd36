/** Installs the n8n that N8N_UNDER_TEST names. */
import { ensureN8n } from '../n8n';

ensureN8n().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
