import type { Behaviour } from '../behaviour';
import { isUnsigned32 } from '../json';
import type { AppState } from '../state/app';
import { refuse, type Endpoint, type Refusal } from './endpoint';
import { isOtherPushPath } from './pushPaths';
import { checkUserSig } from './userSig';

/** Signatures that prove nothing; an expired one was genuine, so it is not an attempt to guess. */
const badSignatures = new Set([70002, 70003, 70005, 70009, 70013, 70014]);

const minuteMs = 60_000;

export type QueryString = Partial<Record<string, string | string[]>>;

/** The caller of a request whose URL and signature are good. */
export interface Caller {
	state: AppState;
	identifier: string;
	endpoint: Endpoint;
}

/**
 * The checks that every API makes before it looks at its body, in the order of
 * REST API Introduction: method, resource, SDKAppID, other parameters, signature, admin role.
 */
export function checkRequest(
	request: { method: string; query: QueryString; endpoint: Endpoint | undefined },
	apps: ReadonlyMap<number, AppState>,
	behaviour: Behaviour,
	now: number,
): Caller | Refusal {
	const { method, query, endpoint } = request;
	if (method !== 'POST') return refuse(60002, 'the API takes POST only');
	if (!endpoint || isOtherPushPath(endpoint.path, behaviour.pushPaths)) {
		return refuse(60009, 'there is no such API; check the path');
	}

	const state = findApp(query.sdkappid, apps);
	if ('code' in state) return state;

	const { identifier, usersig, contenttype, random } = query;
	if (typeof identifier !== 'string' || identifier === '') {
		return refuse(60025, 'the identifier is missing');
	}
	if (typeof usersig !== 'string') return refuse(60025, 'the usersig is missing');
	if (contenttype !== 'json') return refuse(60025, 'contenttype has to be json');
	if (typeof random !== 'string' || !/^\d+$/.test(random) || !isUnsigned32(Number(random))) {
		return refuse(60002, 'random has to be an unsigned 32-bit integer');
	}

	const signatureProblem = checkSignature(state, identifier, usersig, behaviour, now);
	if (signatureProblem) return signatureProblem;
	if (!state.app.admins.includes(identifier)) {
		return refuse(endpoint.codes.notAdmin, 'the identifier is no admin of the app');
	}
	return { state, identifier, endpoint };
}

function findApp(
	sdkAppId: string | string[] | undefined,
	apps: ReadonlyMap<number, AppState>,
): AppState | Refusal {
	if (sdkAppId === undefined || sdkAppId === '') return refuse(60012, 'sdkappid is missing');
	if (typeof sdkAppId !== 'string' || !/^[1-9]\d*$/.test(sdkAppId)) {
		return refuse(60006, 'sdkappid is invalid');
	}
	return apps.get(Number(sdkAppId)) ?? refuse(70020, 'no such SDKAppID in this data center');
}

function checkSignature(
	state: AppState,
	identifier: string,
	userSig: string,
	behaviour: Behaviour,
	now: number,
): Refusal | undefined {
	const recent = state.badSignatures.filter((time) => now - time < minuteMs);
	state.badSignatures = recent;
	if (behaviour.badSignatureLimit !== null && recent.length >= behaviour.badSignatureLimit) {
		return refuse(70050, 'too many bad signatures; wait a minute');
	}
	const { sdkAppId, secretKey } = state.app;
	const nowSeconds = Math.floor(now / 1000);
	const problem = checkUserSig(userSig, { identifier, sdkAppId, secretKey, nowSeconds });
	if (problem && badSignatures.has(problem.code)) recent.push(now);
	return problem;
}
