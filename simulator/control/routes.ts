import type { FastifyInstance } from 'fastify';
import { mergeBehaviour } from '../behaviour';
import type { Core } from '../core';
import { parseBody } from './body';
import { addCallbackRoutes } from './callbackRoutes';
import { localOnly } from './guard';

/** What can be seen and switched from outside, for tests and demonstrations. */
export function addControlRoutes(app: FastifyInstance, core: Core): void {
	const options = { onRequest: localOnly };
	app.get('/api/conversations', options, () => core.conversations.list());
	app.get('/api/stats', options, () => core.stats.read());
	app.get('/api/requests', options, () => core.requests.list);
	app.get('/api/behaviour', options, () => core.behaviour);
	app.post('/api/behaviour', options, async (request, reply) => {
		const problems = mergeBehaviour(core.behaviour, parseBody(request.body));
		if (problems.length > 0) return await reply.code(400).send({ problems });
		core.changes.happened();
		return core.behaviour;
	});
	addCallbackRoutes(app, core);
	app.post('/api/reset', options, () => {
		core.reset();
		return { ok: true };
	});
}
