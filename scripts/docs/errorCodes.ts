import { credentialRefusals } from '../../credentials/testRules';
import { parseResponse } from '../../nodes/TencentChatDesk/delivery/transport/response';
import type { Failure } from '../../nodes/TencentChatDesk/delivery/errors/failure';
import { appSettingsFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/appSettings';
import { archiveFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/archive';
import { chatFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/chat';
import { contactFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/contact';
import { conversationFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/conversation';
import { deskFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/desk';
import type { FailureEntry } from '../../nodes/TencentChatDesk/delivery/errors/codes/entry';
import { groupFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/group';
import { liveFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/live';
import { moderationFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/moderation';
import { officialAccountFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/officialAccount';
import { pushFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/push';
import { pushScheduleFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/pushSchedule';
import { sharedFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/shared';
import { topicFailures } from '../../nodes/TencentChatDesk/delivery/errors/codes/topic';
import { explain, failures, families } from '../../nodes/TencentChatDesk/delivery/errors/explain';
import { networkFailure } from '../../nodes/TencentChatDesk/delivery/transport/networkFailure';
import { adviceOf } from '../../nodes/TencentChatDesk/delivery/errors/nodeErrors';
import { generated, paragraphs, prose, table } from '../../test/harness/markdown';

/** What the node does by itself, and whether a person may run the item again. */
const retries: Record<Failure['kind'], { byNode: string; byYou: string }> = {
	credential: { byNode: 'no', byYou: 'yes, when corrected' },
	frequency: { byNode: 'yes, more slowly', byYou: 'yes' },
	lockedOut: { byNode: 'once, after a minute', byYou: 'yes, when corrected' },
	lost: { byNode: 'where it cannot do it twice', byYou: 'look first' },
	permanent: { byNode: 'no', byYou: 'yes, when corrected' },
	signature: { byNode: 'once, newly signed', byYou: 'yes' },
	transient: { byNode: 'where it cannot do it twice', byYou: 'look first' },
	unavailable: { byNode: 'no', byYou: 'yes, later' },
	unexplained: { byNode: 'no', byYou: 'look first' },
	unreachable: { byNode: 'yes', byYou: 'yes' },
};

const headers = ['What happened', 'What to do', 'Repeated by the node', 'Safe to run again'];

type Explained = Pick<FailureEntry, 'codes' | 'message' | 'advice' | 'services'> &
	Partial<Pick<FailureEntry, 'kind'>>;

/** A code, and where it means this if elsewhere it means something else. */
const named = (code: number, { services }: Explained) =>
	services ? `${code} (${services.map((service) => `\`${service}\``).join(', ')})` : String(code);

function codeTable(entries: readonly Explained[]): string {
	const rows = entries.flatMap((entry) => entry.codes.map((code) => ({ code, entry })));
	return table(
		['Code', ...headers],
		rows
			.sort((a, b) => a.code - b.code)
			.map(({ code, entry }) => {
				const { byNode, byYou } = retries[entry.kind ?? failures.get(code)!.kind];
				return [named(code, entry), prose(entry.message), prose(entry.advice), byNode, byYou];
			}),
	);
}

const rowOf = (failure: Failure) => {
	const { byNode, byYou } = retries[failure.kind];
	return [prose(failure.message), prose(adviceOf(failure)), byNode, byYou];
};

/** What n8n's HTTP helper throws; the codes are Node.js's own. */
const networkErrors = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ECONNRESET',
];

const answers: Array<[status: number, text: string]> = [
	[200, '<html>'],
	[302, ''],
	[403, ''],
	[429, ''],
	[502, ''],
];

function withoutCode(): string {
	const judged = answers
		.map(([status, text]) => parseResponse(status, text))
		.flatMap((reply) => (reply.ok ? [] : [reply.failure]));
	const unreached = networkErrors.map((code) => networkFailure({ code }));
	return table(headers, [...unreached, ...judged].map(rowOf));
}

function familyTable(): string {
	return table(
		['Codes', ...headers],
		families.map(({ from, to, message, advice, kind }) => [
			`${from} to ${to}`,
			prose(message),
			prose(advice),
			retries[kind].byNode,
			retries[kind].byYou,
		]),
	);
}

/** The page on what Tencent's codes mean; Markdown. */
export function errorCodesPage(): string {
	const unknown = explain(987654);
	return paragraphs(
		generated,
		'# Error codes',
		"Tencent answers a refused request with a number, the `ErrorCode`. The node says what it means, on the item that it belongs to. This page lists what it says. With **On Error: Continue (using error output)** the same is in `{{ $json.error }}`: `message`, `advice`, `mayHaveBeenSent`, `ErrorCode`, `ErrorInfo` (in Tencent's own words) and `RequestId`.",
		'## What the last two columns mean',
		[
			'**Repeated by the node:** what happens before you see the error.',
			'',
			'- _where it cannot do it twice_: nobody knows whether Tencent carried the request out. The node makes it again only if Tencent would drop a second copy, or if a second call changes nothing. [Delivery](delivery.md#when-nobody-knows) explains it.',
			'',
			'**Safe to run again:** whether you may send the item once more.',
			'',
			'- _yes_: Tencent did nothing.',
			'- _yes, when corrected_: Tencent did nothing, and will refuse again until you change what is wrong.',
			'- _look first_: it may have been carried out. Look into the conversation before you send again.',
		].join('\n'),
		'An item that was tried several times is in doubt when any of its tries was. Its error then begins with _It may have been carried out all the same._',
		'A code with the name of a service or of a command behind it means this there only. The same number may mean something else elsewhere.',
		'## Credential and application',
		codeTable(credentialRefusals),
		'## All APIs, and accounts',
		codeTable(sharedFailures),
		'## Direct messages and profiles',
		codeTable(chatFailures),
		'## Contacts and following',
		codeTable(contactFailures),
		'## Recent conversations',
		codeTable(conversationFailures),
		'## Groups and topics',
		codeTable([...groupFailures, ...topicFailures]),
		'## Official accounts',
		codeTable(officialAccountFailures),
		'## Push and knowledge base',
		codeTable([...pushFailures, ...pushScheduleFailures]),
		'## Chat Desk',
		codeTable(deskFailures),
		'## Live rooms',
		codeTable(liveFailures),
		'## Moderation, archive and figures',
		codeTable([...moderationFailures, ...archiveFailures, ...appSettingsFailures]),
		'## Families of codes',
		familyTable(),
		'## Without a code',
		"When no answer came, or not one of Tencent's, there is no `ErrorCode`. `networkError` or `httpStatus` is in `{{ $json.error }}` instead.",
		withoutCode(),
		'## Any other code',
		`The node then shows Tencent's own words. If there are none: _${prose(unknown.message.replace('987654', '…'))}._ ${prose(unknown.advice.replace('987654', '…'))}`,
	);
}
