import type { FastifyInstance } from 'fastify';
import { mergeCallbackSettings, shownSettings } from '../callbacks/settings';
import type { Core } from '../core';
import type { AppState } from '../state/app';
import { parseBody } from './body';
import { localOnly } from './guard';

/** Shows and changes where callbacks go, and shows those that were sent. No token leaves here. */
export function addCallbackRoutes(app: FastifyInstance, core: Core): void {
	const options = { onRequest: localOnly };
	const named = ({ sdkAppId }: { sdkAppId?: string }): AppState | undefined =>
		sdkAppId === undefined ? [...core.apps.values()][0] : core.apps.get(Number(sdkAppId));
	const shown = ({ app: { sdkAppId }, callbacks }: AppState) => ({
		sdkAppId,
		settings: shownSettings(callbacks.settings),
		live: callbacks.live ?? null,
		sent: core.callbacks.sent.list.filter((callback) => callback.sdkAppId === sdkAppId),
	});
	const unknownApp = { problems: ['there is no app with this "sdkAppId"'] };

	app.get<{ Querystring: { sdkAppId?: string } }>(
		'/api/callbacks',
		options,
		async (request, reply) => {
			const state = named(request.query);
			return state ? shown(state) : await reply.code(400).send(unknownApp);
		},
	);
	app.post<{ Querystring: { sdkAppId?: string } }>(
		'/api/callbacks',
		options,
		async (request, reply) => {
			const state = named(request.query);
			if (!state) return await reply.code(400).send(unknownApp);
			const problems = mergeCallbackSettings(state.callbacks.settings, parseBody(request.body));
			if (problems.length > 0) return await reply.code(400).send({ problems });
			return shown(state);
		},
	);
}
