import { isObject, isUnsigned32, type Json } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { nickTag, profileCodes, kindOf } from './tags';

const maxValueBytes = 500;

/** Chat > Setting Profiles (v4/profile/portrait_set). */
export const portraitSet: Endpoint = {
	path: 'profile/portrait_set',
	callsPerSecond: 200,
	codes: profileCodes,
	fields: ['From_Account', 'ProfileItem'],
	handle(call: Call): Outcome {
		const { From_Account, ProfileItem } = call.body;
		if (typeof From_Account !== 'string' || From_Account === '') {
			return refuse(40001, 'From_Account has to be a String');
		}
		if (!Array.isArray(ProfileItem) || ProfileItem.length === 0) {
			return refuse(40001, 'ProfileItem has to be an Array with at least one item');
		}
		const account = call.state.world.accounts.get(From_Account);
		if (!account) return refuse(40003, 'the account does not exist');
		const changes: Array<[string, string | number]> = [];
		for (const item of ProfileItem) {
			const change = readItem(item);
			if ('code' in change) return change;
			changes.push(change);
		}
		for (const [tag, value] of changes) {
			if (tag === nickTag) account.nick = String(value);
			else account.profile = { ...account.profile, [tag]: value };
		}
		return { response: { ErrorDisplay: '' } };
	},
};

function readItem(item: Json): [string, string | number] | Refusal {
	const { Tag, Value } = isObject(item) ? item : {};
	if (typeof Tag !== 'string') return refuse(40001, 'Tag has to be a String');
	const kind = kindOf(Tag);
	if (kind === undefined) return refuse(40009, `there is no ${Tag}`);
	if (kind === 'number') {
		return isUnsigned32(Value) ? [Tag, Value] : refuse(40610, `${Tag} has to be an Integer`);
	}
	if (typeof Value !== 'string') return refuse(40610, `${Tag} has to be a String`);
	if (kind !== 'text' && !kind.includes(Value)) {
		return refuse(40605, `${Tag} cannot have this value`);
	}
	if (Buffer.byteLength(Value) > maxValueBytes) {
		return refuse(40601, `${Tag} has more than ${maxValueBytes} bytes`);
	}
	return [Tag, Value];
}
