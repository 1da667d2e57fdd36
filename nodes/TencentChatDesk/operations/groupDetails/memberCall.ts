import type { Body } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { memberProperty } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';

/** Which member of which group. */
export const memberProperties = [group, memberProperty];

export const readMember = (fields: Fields) => ({
	GroupId: readGroup(fields),
	Member_Account: fields.id('userId', 'User ID'),
});

/** Accounts of a list of Strings in a body. */
export const textsOf = (body: Body, field: string) => (body[field] ?? []) as string[];
