import type { IDataObject } from 'n8n-workflow';
import { objectIn } from '../shared/records';

/** A topic as one user sees it, in a short form: how it is, and what it is to this user. */
export function simplifiedTopic(record: IDataObject): IDataObject {
	const { GroupID: GroupId, ...topic } = objectIn(record, 'TopicInfo');
	return { GroupId, ...topic, SelfInfo: objectIn(record, 'SelfInfo') } as IDataObject;
}
