import { buildCallbackState, type CallbackState } from '../callbacks/state';
import type { CallbackPatch } from '../callbacks/settings';
import { DuplicateFilter } from './duplicates';
import { PushState } from './push';
import { buildWorld, type World, type WorldSeed } from './world';

/** An application as it was registered in the console. */
export interface SimulatedApp {
	sdkAppId: number;
	secretKey: string;
	/** UserIDs with the app-admin role; only they may call the REST API. */
	admins: string[];
	/** Whether Chat Desk is enabled for the app (otherwise 141000). */
	desk: boolean;
}

/** All that the simulator knows of one app. */
export interface AppState {
	app: SimulatedApp;
	world: World;
	/** One filter for each API, since each has a window of its own. */
	sentDirect: DuplicateFilter;
	sentToMany: DuplicateFilter;
	sentByDesk: DuplicateFilter;
	sentToGroups: DuplicateFilter;
	sentByChannels: DuplicateFilter;
	push: PushState;
	callbacks: CallbackState;
	/** When a signature failed, within the last minute. */
	badSignatures: number[];
	/** When live rooms received messages, within the last second. */
	roomArrivals: Map<string, number[]>;
}

export function buildAppState(
	app: SimulatedApp,
	seed: WorldSeed,
	callbacks: CallbackPatch,
): AppState {
	return {
		app,
		world: buildWorld(seed, app.admins),
		sentDirect: new DuplicateFilter(),
		sentToMany: new DuplicateFilter(),
		sentByDesk: new DuplicateFilter(),
		sentToGroups: new DuplicateFilter(),
		sentByChannels: new DuplicateFilter(),
		push: new PushState(),
		callbacks: buildCallbackState(callbacks),
		badSignatures: [],
		roomArrivals: new Map(),
	};
}
