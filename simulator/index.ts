import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Behaviour } from './behaviour';
import { addControlRoutes } from './control/routes';
import type { CallbackPatch, CallbackSettings } from './callbacks/settings';
import type { SentCallback } from './callbacks/sent';
import { createCore, type Core } from './core';
import type { CosCall } from './core';
import { addCosRoutes } from './cos/routes';
import type { FileEntry, SimulatedBucket, Storage } from './cos/storage';
import { customerActions, type CustomerActions } from './customer/actions';
import { appOf } from './customer/person';
import { addCustomerRoutes } from './customer/routes';
import { demoApp, demoBucket, demoWorld } from './demo';
import { addPageRoutes } from './page/routes';
import type { RecordedRequest } from './records/requests';
import type { Stats } from './records/stats';
import { addRestRoutes } from './rest/routes';
import type { SimulatedApp } from './state/app';
import type { Conversation } from './state/conversations';
import type { PushState } from './state/push';
import type { World, WorldSeed } from './state/world';

export type { Behaviour } from './behaviour';
export type { SentCallback } from './callbacks/sent';
export type { CallbackPatch, CallbackSettings, DeskEventNames } from './callbacks/settings';
export type { CustomerActions } from './customer/actions';
export type { CustomerWorld } from './customer/world';
export type { CustomerMessage } from './customer/write';
export type { Fault, FaultKind, FaultRule, ScriptedFault } from './faults';
export type { RecordedRequest } from './records/requests';
export type { PathStats, Stats } from './records/stats';
export type { SimulatedApp } from './state/app';
export type { Conversation, Entry, MessageElement } from './state/conversations';
export type { Room, RoomSeed } from './state/rooms';
export type { Session, SessionMessage, SessionSeed } from './state/sessions';
export type { Account, AccountSeed, Agent, AgentGroup } from './state/world';
export type { World, WorldSeed } from './state/world';
export { defaultBehaviour } from './behaviour';
export { demoApp, demoBucket, demoWorld } from './demo';
export type { FileEntry, SimulatedBucket, StoredFile } from './cos/storage';
export { buildRoom } from './state/rooms';

/** The simulator listens on this machine only. */
const host = '127.0.0.1';
/** More than any API takes, so that the size rules of the APIs decide and not this one. */
const maxBodyBytes = 4 * 1024 * 1024;

export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** The demo app when left out. Each app has a world of its own. */
	apps?: SimulatedApp[];
	/** Parts that are left out come from the demo world. */
	world?: Partial<WorldSeed>;
	behaviour?: Partial<Behaviour>;
	/** Buckets of Cloud Object Storage; the demo bucket when left out. */
	buckets?: SimulatedBucket[];
	/** Where each app sends its callbacks, and which. */
	callbacks?: CallbackPatch;
	/** Milliseconds since 1970; the real clock when left out. */
	now?: () => number;
	/** How latency and delays wait; timers when left out. Tests may put a clock of their own. */
	sleep?: (milliseconds: number) => Promise<void>;
	/** For faults by chance and for the numbers that the server fills in. */
	seed?: number;
	/** Logs each call without its query string. */
	logger?: boolean;
}

/** The callbacks of a running simulator. */
export interface SimulatedCallbacks {
	/** How an app has set them up (the first app when left out); assign to it at any time. */
	settings(sdkAppId?: number): CallbackSettings;
	/** The newest ones of all apps in the order in which they were sent. */
	sent: readonly SentCallback[];
	/** Resolves when all that were sent so far are answered, late or given up. */
	settled(): Promise<void>;
}

/** The files of a running simulator. */
export interface SimulatedFiles {
	calls: readonly CosCall[];
	list(): FileEntry[];
	/** Uploads in parts that were neither completed nor aborted. */
	pending(): number;
	/** The bytes of an object; undefined when there is none. */
	bytes(bucket: string, key: string): Buffer | undefined;
	/**
	 * Keeps a file that a person sends in a client.
	 *
	 * @param expiresAt milliseconds since 1970 from which on it is gone
	 * @returns its address
	 */
	keepForClient: (name: string, type: string, bytes: Buffer, expiresAt?: number) => string;
}

const filesOf = (storage: Storage, calls: CosCall[], url: string): SimulatedFiles => ({
	calls,
	list: () => storage.list(),
	pending: () => storage.pending,
	bytes: (bucket, key) => storage.find(bucket)?.files.get(key)?.bytes,
	keepForClient: (...file) => `${url}${storage.keepForClient(...file)}`,
});

/** A running simulator. */
export interface Simulator {
	url: string;
	port: number;
	app: FastifyInstance;
	/** The live switches; assign to them at any time. */
	behaviour: Behaviour;
	/** The callbacks of the apps. */
	callbacks: SimulatedCallbacks;
	/** Acts as a person in a client. */
	customer: CustomerActions;
	/** Files in buckets, and the calls that put them there. */
	files: SimulatedFiles;
	/** The newest calls in arrival order. */
	requests: readonly RecordedRequest[];
	/** What exists in an app now (the first app when left out); tests may change it. */
	world(sdkAppId?: number): World;
	/** Tags, attributes and pushes of an app (the first app when left out). */
	push(sdkAppId?: number): PushState;
	/** What clients show, in display order. */
	conversations(): Conversation[];
	stats(): Stats;
	/** Puts everything back to how it was at the start, switches included. */
	reset(): void;
	/** Stops listening, so that new connections are refused, and closes the open ones. */
	goDown(): Promise<void>;
	/** Listens again on the same port. */
	comeBack(): Promise<void>;
	close(): Promise<void>;
}

/** Starts a local Tencent Chat. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const core = createCore({
		apps: options.apps ?? [demoApp],
		world: { ...demoWorld(), ...options.world },
		behaviour: options.behaviour ?? {},
		callbacks: options.callbacks ?? {},
		now: options.now ?? Date.now,
		sleep: options.sleep,
		seed: options.seed ?? 1,
		buckets: options.buckets ?? [demoBucket],
	});
	const customer = customerActions(core);
	const app = buildServer(core, customer, options.logger ?? false);
	await app.listen({ host: host, port: options.port ?? 0 });
	const { port } = app.server.address() as AddressInfo;
	return {
		url: `http://${host}:${port}`,
		port,
		app,
		behaviour: core.behaviour,
		callbacks: {
			settings: (sdkAppId) => appOf(core, sdkAppId).callbacks.settings,
			sent: core.callbacks.sent.list,
			settled: async () => await core.callbacks.settled(),
		},
		customer,
		files: filesOf(core.storage, core.cosCalls, `http://${host}:${port}`),
		requests: core.requests.list,
		world: (sdkAppId) => appOf(core, sdkAppId).world,
		push: (sdkAppId) => appOf(core, sdkAppId).push,
		conversations: () => core.conversations.list(),
		stats: () => core.stats.read(),
		reset: () => core.reset(),
		goDown: async () => await stopListening(app),
		comeBack: async () => await listenAgain(app, port),
		close: async () => {
			core.wakeAll();
			await app.close();
		},
	};
}

function buildServer(core: Core, customer: CustomerActions, logger: boolean): FastifyInstance {
	const app = fastify({
		logger: logger && {
			serializers: { req: ({ method, url }) => ({ method, path: pathOf(url) }) },
		},
		bodyLimit: maxBodyBytes,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		// A URL that cannot be decoded reaches no route.
		frameworkErrors: (_error, _request, reply: FastifyReply) => {
			void reply.code(200).send({
				ActionStatus: 'FAIL',
				ErrorInfo: 'the URL cannot be parsed',
				ErrorCode: 60002,
			});
		},
	});
	// The APIs want the bytes: sizes count them, and a body that is no JSON has a code of its own.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});
	app.server.on('connection', (socket) => {
		core.stats.connectionOpened();
		socket.on('close', () => core.stats.connectionClosed());
	});
	addRestRoutes(app, core);
	addControlRoutes(app, core);
	addCustomerRoutes(app, core, customer);
	addCosRoutes(app, core);
	addPageRoutes(app, core);
	return app;
}

function pathOf(url: string): string {
	return url.split('?', 1)[0] ?? '';
}

async function stopListening(app: FastifyInstance): Promise<void> {
	const closed = new Promise<void>((resolve) => app.server.close(() => resolve()));
	app.server.closeAllConnections();
	await closed;
}

async function listenAgain(app: FastifyInstance, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		app.server.once('error', reject);
		app.server.listen(port, host, () => {
			app.server.off('error', reject);
			resolve();
		});
	});
}
