import { createHmac } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { demoApp, startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';

/** Tuesday, 2025-04-01 12:00:00 UTC, the start of a second. */
const start = Date.UTC(2025, 3, 1, 12);

export const admin = 'administrator';

export interface ApiResponse {
	ActionStatus: string;
	ErrorCode: number;
	ErrorInfo: string;
	[field: string]: unknown;
}

export interface Claims {
	identifier?: string;
	sdkAppId?: number;
	secretKey?: string;
	time?: number;
	expire?: number;
	userbuf?: string;
	version?: string;
}

/** Makes a UserSig as Chat > Generating UserSig describes it, valid unless told otherwise. */
export function userSig(claims: Claims = {}): string {
	const {
		identifier = admin,
		sdkAppId = demoApp.sdkAppId,
		secretKey = demoApp.secretKey,
		time = start / 1000,
		expire = 86_400,
		userbuf,
		version = '2.0',
	} = claims;
	const lines = [
		`TLS.identifier:${identifier}`,
		`TLS.sdkappid:${sdkAppId}`,
		`TLS.time:${time}`,
		`TLS.expire:${expire}`,
		...(userbuf === undefined ? [] : [`TLS.userbuf:${userbuf}`]),
	];
	return packed(
		JSON.stringify({
			'TLS.ver': version,
			'TLS.identifier': identifier,
			'TLS.sdkappid': sdkAppId,
			'TLS.time': time,
			'TLS.expire': expire,
			...(userbuf !== undefined && { 'TLS.userbuf': userbuf }),
			'TLS.sig': createHmac('sha256', secretKey)
				.update(lines.map((line) => `${line}\n`).join(''))
				.digest('base64'),
		}),
	);
}

/** Compresses and encodes a text in the way of a UserSig. */
export function packed(text: string, level?: number): string {
	return deflateSync(Buffer.from(text), { level })
		.toString('base64')
		.replace(/\+/g, '*')
		.replace(/\//g, '-')
		.replace(/=/g, '_');
}

/** The document inside a UserSig. */
export function unpacked(usersig: string): string {
	const base64 = usersig.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=');
	return inflateSync(Buffer.from(base64, 'base64')).toString();
}

export type Query = Record<string, string | undefined>;

/** A simulator with a clock that only moves when told to, and a client that signs. */
export class SimulatorTestbed {
	private ms = start;
	private readonly sleepers: Array<(ms: number) => void> = [];

	private constructor(private running?: Simulator) {}

	static async open(options: SimulatorOptions = {}): Promise<SimulatorTestbed> {
		const testbed = new SimulatorTestbed();
		testbed.running = await startSimulator({
			now: () => testbed.ms,
			sleep: async (ms) => {
				for (const listener of testbed.sleepers) listener(ms);
				await Promise.resolve();
			},
			...options,
		});
		return testbed;
	}

	get simulator(): Simulator {
		if (!this.running) throw new Error('the simulator is not running');
		return this.running;
	}

	get now(): number {
		return this.ms;
	}

	advance(ms: number): void {
		this.ms += ms;
	}

	/** The simulator never really waits here; this tells when and how long it would. */
	onSleep(listener: (ms: number) => void): void {
		this.sleepers.push(listener);
	}

	urlOf(path: string, query: Query = {}): string {
		const parameters = {
			sdkappid: String(demoApp.sdkAppId),
			identifier: admin,
			usersig: userSig(),
			random: '99999999',
			contenttype: 'json',
			...query,
		};
		const search = new URLSearchParams();
		for (const [name, value] of Object.entries(parameters)) {
			if (value !== undefined) search.set(name, value);
		}
		return `${this.simulator.url}/v4/${path}?${search.toString()}`;
	}

	async send(path: string, body: unknown, query: Query = {}): Promise<Response> {
		return await fetch(this.urlOf(path, query), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: typeof body === 'string' ? body : JSON.stringify(body),
			redirect: 'manual',
		});
	}

	async call(path: string, body: unknown, query: Query = {}): Promise<ApiResponse> {
		const response = await this.send(path, body, query);
		return (await response.json()) as ApiResponse;
	}

	async codeOf(path: string, body: unknown, query: Query = {}): Promise<number> {
		return (await this.call(path, body, query)).ErrorCode;
	}

	/** The texts of the conversations with these participants, in display order. */
	textsOf(...participants: string[]): string[] {
		return this.simulator
			.conversations()
			.filter((conversation) => participants.every((p) => conversation.participants.includes(p)))
			.flatMap((conversation) => conversation.entries)
			.filter((entry) => entry.kind === 'message')
			.map((entry) => entry.text);
	}

	async close(): Promise<void> {
		await this.running?.close();
	}
}

/** Gives the tests of a file a way to start simulators that are closed after each test. */
export function testbeds(): (options?: SimulatorOptions) => Promise<SimulatorTestbed> {
	const open: SimulatorTestbed[] = [];
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (testbed) => await testbed.close()));
	});
	return async (options) => {
		const testbed = await SimulatorTestbed.open(options);
		open.push(testbed);
		return testbed;
	};
}

export const textBody = (text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }];

/** A complete sendmsg body; `changes` are laid over it. */
export const directMessage = (changes: Record<string, unknown> = {}) => ({
	To_Account: 'alice',
	MsgRandom: 1,
	MsgBody: textBody('hello'),
	...changes,
});

/** A complete desk send_msg body. */
export const deskMessage = (changes: Record<string, unknown> = {}) => ({
	FromAccount: '@support',
	ToAccount: 'alice',
	MsgRandom: 1,
	MsgBody: textBody('hello'),
	...changes,
});

/** A complete contact_user body. */
export const contact = (changes: Record<string, unknown> = {}) => ({
	IMAgentUserID: '@support',
	ClientUserID: 'alice',
	...changes,
});

/** A complete live text body. */
export const liveText = (changes: Record<string, unknown> = {}) => ({
	RoomId: 'room1',
	Sender_Account: 'user1',
	TextContent: 'hello',
	...changes,
});
