import type { FastifyInstance } from 'fastify';
import { parseBody } from '../control/body';
import { localOnly } from '../control/guard';
import type { Core } from '../core';
import type { CustomerActions } from './actions';
import { streamChanges } from './events';
import { problemsOf, type ActionName } from './shapes';
import { customerWorld } from './world';

const paths: Record<ActionName, string> = {
	write: '/api/customer/messages',
	endSession: '/api/customer/sessions/end',
	askForAgent: '/api/customer/sessions/agent',
	read: '/api/customer/read',
	presence: '/api/customer/presence',
	recall: '/api/customer/recall',
};

/**
 * Lets a page or a script act as the customer. A body of the wrong shape is answered with 400 and
 * the problems in words; everything else with 200 and the server's own codes.
 */
export function addCustomerRoutes(
	app: FastifyInstance,
	core: Core,
	actions: CustomerActions,
): void {
	const options = { onRequest: localOnly };
	const addAction = <Name extends ActionName>(name: Name) => {
		app.post(paths[name], options, async (request, reply) => {
			const body = parseBody(request.body);
			const problems = [...problemsOf(name, body), ...problemsOfApp(core, body)];
			if (problems.length > 0) return await reply.code(400).send({ problems });
			const act = actions[name] as (action: unknown) => Promise<unknown>;
			return await act(body);
		});
	};
	for (const name of Object.keys(paths) as ActionName[]) addAction(name);

	app.get<{ Querystring: { sdkAppId?: string } }>(
		'/api/customer/world',
		options,
		async (request, reply) => {
			const { sdkAppId } = request.query;
			const wanted = sdkAppId === undefined ? undefined : Number(sdkAppId);
			const problems = problemsOfApp(core, { sdkAppId: wanted });
			if (problems.length > 0) return await reply.code(400).send({ problems });
			return customerWorld(core, wanted);
		},
	);
	addFileRoute(app, core);
	app.get('/api/events', options, (_request, reply) => streamChanges(reply, core.changes));
}

/** The largest file that a person may send, before base64 makes it a third longer. */
const maxFile = 40 * 1024 * 1024;

/** Takes a file that a person sends, and answers its address; a message with it is written after. */
function addFileRoute(app: FastifyInstance, core: Core): void {
	const options = { onRequest: localOnly, bodyLimit: 2 * maxFile };
	app.post('/api/customer/files', options, async (request, reply) => {
		const { name, type, base64, seconds } = (parseBody(request.body) ?? {}) as Record<
			string,
			unknown
		>;
		if (typeof name !== 'string' || typeof type !== 'string' || typeof base64 !== 'string') {
			return await reply
				.code(400)
				.send({ problems: ['"name", "type" and "base64" have to be texts'] });
		}
		const expiresAt = typeof seconds === 'number' ? core.now() + seconds * 1000 : undefined;
		const bytes = Buffer.from(base64, 'base64');
		const path = core.storage.keepForClient(name, type, bytes, expiresAt);
		return { url: `http://${request.headers.host}${path}`, size: bytes.length };
	});
}

function problemsOfApp(core: Core, body: unknown): string[] {
	const { sdkAppId } = (body ?? {}) as { sdkAppId?: unknown };
	if (sdkAppId === undefined || core.apps.has(Number(sdkAppId))) return [];
	return ['there is no app with this "sdkAppId"'];
}
