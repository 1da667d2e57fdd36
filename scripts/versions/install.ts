/** Installs the n8n that N8N_UNDER_TEST names. */
import { runMain } from '../../test/harness/main';
import { ensureN8n } from '../../test/harness/n8n';

runMain(ensureN8n);
