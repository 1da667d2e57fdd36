import { resolve } from 'node:path';

/** The folder that holds package.json. */
export const projectFolder = resolve(__dirname, '..', '..');

/** The package's name, as in package.json. */
export const packageName = 'n8n-nodes-tencent-chat-desk';

/** The name of the credential type that the package's nodes ask for. */
export const credentialType = 'tencentChatDeskApi';

/** The name of the credential type for files of the item. */
export const cosCredentialType = 'tencentCosApi';

/** A path inside the project. */
export const inProject = (...parts: string[]): string => resolve(projectFolder, ...parts);
