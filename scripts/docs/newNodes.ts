import type { INodeProperties } from 'n8n-workflow';

import { nodeVersions } from '../../nodes/TencentChatDesk/operations/versions';

const newestVersion = Math.max(...nodeVersions);

/** A control may be one thing in nodes of long ago and another in those that are added now. */
export const isInNewNodes = ({ displayOptions }: INodeProperties): boolean => {
	const versions = displayOptions?.show?.['@version'];
	return versions === undefined || versions.includes(newestVersion);
};
