import { withoutAbsent } from '../../parameters/fields';
import type { BatchOperation } from '../operation';
import { pushCommand, readsPushService, withPushService } from './pushApi';
import { maxTagsOfUser, readUser, requiredTags, sharingEntries, tagChange } from './pushFields';

/** `Replace` on the wire (1047/60568). */
const overwrite = 1;

export const addTags: BatchOperation = {
	value: 'addTags',
	name: 'Add Tags',
	action: 'Add push tags to a user',
	description: 'Add tags by which pushes find a user, who can have 100',
	documentation: 'https://trtc.io/document/60568',
	...pushCommand('im_add_tag', 'add_tag'),
	...tagChange,
	properties: [
		...tagChange.properties,
		{
			displayName: 'Replace Tags',
			name: 'replaceTags',
			type: 'boolean',
			default: false,
			description:
				'Whether the user keeps only these tags, of which there may be 100, and loses all others',
			displayOptions: withPushService,
		},
	],
	request(fields) {
		const replaces =
			readsPushService(fields) && fields.optionalBoolean('replaceTags', 'Replace Tags') === true;
		const Tags = requiredTags(fields, replaces ? maxTagsOfUser : undefined);
		return withoutAbsent({
			Replace: replaces ? overwrite : undefined,
			UserTags: [{ To_Account: readUser(fields), Tags }],
		});
	},
	batch: sharingEntries('UserTags', ({ Replace }) => JSON.stringify(Replace ?? null)),
};
