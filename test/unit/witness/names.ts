import { isObject } from '../../../nodes/TencentChatDesk/parameters/json';

/** Objects that many commands carry; their names are the same wherever they hang. */
const shapes = ['MsgBody', 'OfflinePushInfo'];

/**
 * The name of every field of a body, inside objects and lists too, as the table of witnesses writes
 * them: `MemberList.Member_Account`, and the content of an element below its type,
 * `MsgBody.TIMTextElem.Text`.
 */
export function namesIn(value: unknown, around?: string): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, around));
	if (!isObject(value)) return [];
	const { MsgType } = value;
	return Object.entries(value).flatMap(([key, inner]) => {
		const name = around === undefined ? key : `${around}.${key}`;
		const isContent = key === 'MsgContent' && typeof MsgType === 'string';
		const below = isContent ? `${around ?? ''}.${MsgType}` : shapes.includes(key) ? key : name;
		return [name, ...namesIn(inner, below)];
	});
}
