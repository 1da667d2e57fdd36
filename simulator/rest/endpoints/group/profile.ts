import { isInteger, isZeroOrOne, type JsonObject } from '../../../json';
import type { GroupProfile } from '../../../state/groups';
import { refuse, type Call, type Refusal } from '../../endpoint';
import { readPairs } from './groupChecks';

/** Longest texts in bytes: those of the REST pages, and those of the client SDK's reference. */
const maxBytes = {
	rest: { Name: 30, Introduction: 240, Notification: 300, FaceUrl: 100 },
	client: { Name: 100, Introduction: 400, Notification: 400, FaceUrl: 500 },
} as const;
const joinOptions = ['FreeAccess', 'NeedPermission', 'DisableApply'];
const inviteOptions = ['FreeAccess', 'NeedPermission', 'DisableInvite'];
const maxFields = 10;
const maxKeyBytes = 16;
const maxValueBytes = 512;

const bytes = (text: string) => Buffer.byteLength(text);

/** What a call says of a group's profile, as create_group and modify_group_base_info share it. */
export function readProfile(
	{ body, behaviour }: Call,
	limitField: 'MaxMemberCount' | 'MaxMemberNum',
): Partial<GroupProfile> | Refusal {
	for (const [name, max] of Object.entries(maxBytes[behaviour.groupTextBytes])) {
		const value = body[name];
		if (value === undefined) continue;
		if (typeof value !== 'string') return refuse(10004, `${name} has to be a String`);
		if (bytes(value) > max) return refuse(10004, `${name} has more than ${max} bytes`);
	}
	const limit = body[limitField];
	if (limit !== undefined && (!isInteger(limit) || limit < 1)) {
		return refuse(10004, `${limitField} has to be an Integer`);
	}
	const { ApplyJoinOption: join } = body;
	if (join !== undefined && !joinOptions.some((option) => option === join)) {
		return refuse(10004, 'ApplyJoinOption has none of its values');
	}
	const { InviteJoinOption: invite } = body;
	if (invite !== undefined && !inviteOptions.some((option) => option === invite)) {
		return refuse(10004, 'InviteJoinOption has none of its values');
	}
	const pairs = readPairs(body.AppDefinedData);
	if (!pairs || pairs.length > maxFields) return refuse(10004, 'AppDefinedData is wrong');
	if (pairs.some(([key, value]) => bytes(key) > maxKeyBytes || bytes(value) > maxValueBytes)) {
		return refuse(10004, 'AppDefinedData has a key or value that is too long');
	}
	const profile: JsonObject = {
		name: body.Name,
		introduction: body.Introduction,
		notification: body.Notification,
		faceUrl: body.FaceUrl,
		maxMemberNum: limit,
		applyJoinOption: join,
		inviteJoinOption: invite,
	};
	const given = Object.entries(profile).filter(([, value]) => value !== undefined);
	return {
		...Object.fromEntries(given),
		...(pairs.length > 0 && { appDefinedData: new Map(pairs) }),
	};
}

/** What is wrong with the permission groups of a call, which only communities with topics have. */
export function permissionProblem(body: JsonObject, hasTopics: boolean): Refusal | undefined {
	const { EnablePermission, DefaultPermission } = body;
	if (EnablePermission === undefined && DefaultPermission === undefined) return undefined;
	if (!hasTopics) return refuse(10004, 'only communities with topics have permission groups');
	if (EnablePermission !== undefined && !isZeroOrOne(EnablePermission)) {
		return refuse(10004, 'EnablePermission has to be 0 or 1');
	}
	if (DefaultPermission !== undefined && !isInteger(DefaultPermission)) {
		return refuse(10004, 'DefaultPermission has to be an Integer');
	}
	return undefined;
}
