import { byId } from '../editor/workflows';
import { once, step, type Story, withErrorBranch } from './story';

/** Sessions of the demo world: one that the chatbot has, and one that is over. */
const running = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const ended = '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10';

const itsDay = { from: '2025-03-31T00:00:00Z', to: '2025-04-01T00:00:00Z' };

export const sessionStories: Story[] = [
	{
		name: 'greets a customer, streams an answer, hands the session to an agent, and ends it',
		steps: [
			step('Greet', 'session.sendMessage', {
				sendTo: 'session',
				sessionId: running,
				text: 'Hello',
			}),
			step('Answer', 'session.sendStream', {
				sessionId: '={{ $json.SessionId }}',
				chunksFrom: 'list',
				chunks: '["Your parcel ", "arrives ", "today."]',
			}),
			step('Hand over', 'session.transfer', {
				sessionId: '={{ $json.SessionId }}',
				options: { agents: 'mia@example.com' },
			}),
			step('Who has it', 'session.getStatus', { sessionId: '={{ $json.SessionId }}' }),
			step('Transcript', 'session.getMessages', {
				sessionId: '={{ $json.SessionId }}',
				order: 1,
				returnAll: true,
			}),
			step('End', 'session.end', { sessionId: running }, once),
		],
		check(end) {
			expect(end.seen('user45')).toEqual(['Hello', 'Your parcel arrives today.']);
			expect(end.calls('desk_http_svc/send_stream_msg')).toHaveLength(3);
			expect(end.json('Hand over')).toMatchObject([{ AgentId: 'mia@example.com', IsInQueue: 0 }]);
			expect(end.json('Who has it')).toMatchObject([{ CurrentState: 'Agent' }]);
			expect(end.json('Transcript').map(({ Text }) => Text)).toEqual([
				'Hello',
				'Your parcel arrives today.',
			]);
			expect(end.json('End')).toEqual([{ SessionId: running }]);
			expect(end.world.sessions.get(running)?.state).toBe('Ended');
		},
	},
	{
		name: 'contacts the customers of a CRM, imports who is new, and says who is being served',
		items: [
			{ customer: 'alice', order: 'A-1' },
			{ customer: 'frank', order: 'F-1' },
			{ customer: 'newcomer', order: 'N-1' },
		],
		steps: [
			step(
				'Contact',
				'session.contactUser',
				{
					serviceAccount: byId('@support'),
					userId: '={{ $json.customer }}',
					options: { groupId: byId(9465), importMissingAccount: true },
				},
				withErrorBranch,
			),
			step('Explain', 'session.sendMessage', {
				sendTo: 'user',
				serviceAccount: byId('@support'),
				userId: '={{ $json.ClientUserID }}',
				// n8n finds the item of the trigger by following pairedItem back.
				text: "=It is about your order {{ $('Start').item.json.order }}.",
			}),
		],
		check(end) {
			expect(end.pairs('Contact')).toEqual([0, 2]);
			expect(end.failures('Contact')).toMatchObject([{ item: 1, error: { ErrorCode: 141016 } }]);
			expect(end.world.accounts.has('newcomer')).toBe(true);
			expect(end.world.sessions.openBetween('@support', 'newcomer')?.state).toBe('Agent');
			expect(end.seen('alice')).toEqual(['It is about your order A-1.']);
			expect(end.seen('newcomer')).toEqual(['It is about your order N-1.']);
			expect(end.seen('frank')).toEqual([]);
		},
	},
	{
		name: 'reports a day: its sessions, what was said in them, and the figures',
		steps: [
			step('Sessions', 'session.getMany', itsDay),
			step('What was said', 'session.getMessages', {
				sessionId: '={{ $json.SessionId }}',
				order: 1,
			}),
			step('Figures', 'statistics.getSessions', itsDay, once),
			step('Right now', 'statistics.getReception'),
		],
		check(end) {
			expect(end.json('Sessions')).toMatchObject([
				{ SessionId: ended, AgentId: 'mia@example.com' },
			]);
			expect(end.json('What was said').map(({ Text }) => Text)).toEqual([
				'Where is my parcel?',
				'It arrives today.',
			]);
			expect(end.pairs('What was said')).toEqual([0, 0]);
			expect(end.json('Figures')).toMatchObject([{ Time: '2025-03-31', TotalSessionCnt: 1 }]);
			expect(end.json('Right now')).toMatchObject([{ CurrentAgentAcceptCnt: 1 }]);
		},
	},
	{
		name: 'lists all sessions of a busy day, page after page, each of them once',
		before({ sessions }) {
			for (let number = 1; number < 230; number++) {
				sessions.add({
					sessionId: `session-${number}`,
					serviceAccount: '@support',
					userId: 'carol',
					state: 'Ended',
					startedAt: Date.UTC(2025, 2, 31, 12),
				});
			}
		},
		steps: [step('Sessions', 'session.getMany', { ...itsDay, returnAll: true })],
		check(end) {
			const ids = end.json('Sessions').map(({ SessionId }) => SessionId);
			expect(new Set(ids).size).toBe(230);
			expect(ids).toHaveLength(230);
			expect(end.calls('desk_http_svc/describe_im_cdr_list')).toHaveLength(3);
		},
	},
];
