import type { ApiOperation, Body } from '../../../nodes/TencentChatDesk/contract';
import type { Client } from '../../../nodes/TencentChatDesk/delivery/transport/client';
import { callsApi } from '../../../nodes/TencentChatDesk/operations/operation';
import { lists } from '../../../nodes/TencentChatDesk/operations/shared/listSearch';
import { Fields } from '../../../nodes/TencentChatDesk/parameters/fields';
import { LiveRegistration } from '../../../nodes/TencentChatDesk/trigger/liveRegistration';
import { panels, type Control, type Panel } from '../../property/support/panel';
import { submit } from '../../property/support/submission';

/** A body that the node can send, and who sends it. */
export interface Sent {
	from: string;
	path: string;
	body: Body;
}

/** A response after which every list has more. */
const more = {
	Complete: 0,
	CompleteFlag: 0,
	IsFinished: 0,
	LastMsgTime: 1_740_000_000,
	LastMsgKey: '1_2_1740000000',
	MsgKey: '1_2_1740000000',
	Next: 'next',
	NextOffset: 100,
	TotalCount: 1_000_000,
	Response: { Next: 'next', NextOffset: 100 },
	ExtensionList: [{ Key: 'state', Value: 'open', Seq: 7 }],
};

/** As long as the longest page, so that none is taken for the last. */
const wholePage = Array.from({ length: 1_000 }, (_one, index) => ({ MsgSeq: 2_000 - index }));

/** What follows the response to a body: the next page, the next part, what a recovery does. */
function following(operation: ApiOperation, path: string, body: Body): Array<Omit<Sent, 'from'>> {
	const { recovery } = operation;
	const recovering = (recovery?.bodies(body) ?? []).map((recovered) => ({
		path: recovery?.path ?? '',
		body: recovered,
	}));
	const next =
		operation.shape === 'list'
			? operation.list.nextPage(more, body, wholePage)
			: operation.shape === 'chain'
				? operation.chain.nextBody(body, body, more)
				: undefined;
	return [...recovering, ...(next ? [{ path, body: next }] : [])];
}

/** The operations whose body and command are the user's own. */
const ownCommand = ['api.call'];

type PanelOfOperation = (typeof panels)[number];

/** What an operation sends with this panel; undefined when the panel is refused. */
function sentWith({ key, operation }: PanelOfOperation, panel: Panel): Sent[] | undefined {
	const submission = submit(operation, panel);
	if ('refused' in submission) return undefined;
	const calls = 'calls' in submission ? submission.calls : [];
	return calls.flatMap(({ path, text }) => {
		const body = JSON.parse(text) as Body;
		const bodies = callsApi(operation) ? following(operation, path, body) : [];
		return [{ path, body }, ...bodies].map((sent) => ({ from: key, ...sent }));
	});
}

/** The sample's panel with as many controls filled in as go together. */
function fullest(of: PanelOfOperation, controls: readonly Control[]): Panel {
	return controls.reduce((panel, control) => {
		const fuller = control.put(panel, control.good);
		return sentWith(of, fuller) ? fuller : panel;
	}, of.panel);
}

/** What an operation sends with each control filled in, alone and beside others, and each choice made. */
function sentBy(of: PanelOfOperation): Sent[] {
	if (ownCommand.includes(of.key)) return [];
	const controls = of.controls.filter(({ isShared, isFrame }) => !isShared && !isFrame);
	const full = fullest(of, controls);
	const certain = [of.panel, full, ...controls.map(({ panel }) => panel)].flatMap((panel) => {
		const sent = sentWith(of, panel);
		if (!sent) throw new Error(`A panel of ${of.key} that is filled in well was refused`);
		return sent;
	});
	const chosen = controls.flatMap((control) =>
		control.others.flatMap((other) =>
			[full, control.panel].flatMap((panel) => sentWith(of, control.put(panel, other)) ?? []),
		),
	);
	return [...certain, ...chosen];
}

/** What the pickers of the panel ask for, with and without a search and a choice beside them. */
function sentByPickers(): Sent[] {
	const choices = [{ categoryId: '1' }, { categoryId: '1', 'options.groupId': '7' }];
	return Object.entries(lists).flatMap(([name, list]) =>
		choices.flatMap((chosen) => {
			const panel = new Fields((field) => (chosen as Record<string, string>)[field] ?? '');
			const path = typeof list.path === 'string' ? list.path : list.path(panel);
			return [undefined, 'word'].map((filter) => ({
				from: `list of ${name}`,
				path,
				body: list.body(filter, '1', panel),
			}));
		}),
	);
}

/** What the trigger asks for when it enters its URL for Live, where one stands and where none does. */
async function sentByTrigger(): Promise<Sent[]> {
	const url = 'https://n8n.example/webhook/1';
	const sent: Sent[] = [];
	for (const current of [url, undefined]) {
		const client = {
			hide: () => undefined,
			call: async (path: string, text: string) => {
				sent.push({ from: 'trigger', path, body: JSON.parse(text) as Body });
				return { ok: true, response: { ErrorCode: 0, Response: { Url: current } } };
			},
		};
		const registration = new LiveRegistration(client as unknown as Client, url);
		await registration.add(['Live.CallbackAfterCreateRoom'], 'token');
		await registration.remove();
	}
	return sent;
}

/** Every body that the node and its trigger can send, with every control filled in once. */
export async function everythingSent(): Promise<Sent[]> {
	return [...panels.flatMap(sentBy), ...sentByPickers(), ...(await sentByTrigger())];
}
