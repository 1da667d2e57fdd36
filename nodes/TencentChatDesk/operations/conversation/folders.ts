import type { IDataObject } from 'n8n-workflow';
import { recordsIn } from '../shared/records';

/** A conversation with the names of its groups beside their numbers. */
export function withFolderNames(record: IDataObject, response: IDataObject): IDataObject {
	const names = new Map(
		recordsIn(response, 'GroupItem').map(({ GroupId, GroupName }) => [GroupId, GroupName] as const),
	);
	const ids = Array.isArray(record.ContactGroupId) ? record.ContactGroupId : [];
	return {
		...record,
		GroupNames: ids.map((id) => names.get(id as number)).filter((name) => name !== undefined),
	} as IDataObject;
}
