import { inProject } from '../project';

/** Where the editor looks for the previews of version 1 of the node. */
export const schemaFolder = inProject('nodes', 'TencentChatDesk', '__schema__', 'v1.0.0');
