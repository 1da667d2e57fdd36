import type { INodeProperties } from 'n8n-workflow';

import { nodeVersions } from '../../nodes/TencentChatDesk/operations/versions';
import { triggerVersions } from '../../nodes/TencentChatDesk/trigger/versions';

/** Of the action node and of the trigger; neither has a version of the other's. */
const newestVersions = [Math.max(...nodeVersions), Math.max(...triggerVersions)];

/** A control may be one thing in nodes of long ago and another in those that are added now. */
export const isInNewNodes = ({ displayOptions }: INodeProperties): boolean => {
	const versions = displayOptions?.show?.['@version'];
	return versions === undefined || newestVersions.some((version) => versions.includes(version));
};
