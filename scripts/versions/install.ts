/** Installs the n8n that N8N_UNDER_TEST names. */
import { runMain } from '../main';
import { ensureN8n } from '../n8n';

runMain(ensureN8n);
