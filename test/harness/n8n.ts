/** The real n8n of the folder n8n/: installing, setting up, running. */
export { ensureN8n } from './n8n/install';
export { listening } from './n8n/listening';
export { freePort, isFree } from './ports';
export { n8nFolder } from './n8n/environment';
export { n8nCli, startN8n, startN8nCommand } from './n8n/process';
export type { CommandResult, N8nOptions, RunningN8n } from './n8n/process';
export { N8nSession } from './n8n/session';
export {
	importCredentials,
	importWorkflows,
	installPackage,
	linkPackage,
	setUpOwner,
} from './n8n/setUp';
export type { CredentialImport, Owner } from './n8n/setUp';
