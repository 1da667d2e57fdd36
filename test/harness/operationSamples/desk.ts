import type { World } from '../../../simulator';
import type { OperationSample } from '../operationSample';

/** Sessions of the demo world: one that the chatbot has, and one that is over. */
const running = { sessionId: 'fd8a2e30-54de-4e40-bcaf-02718409c5cf' };
const ended = { sessionId: '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10' };

/** The day of the session that is over. */
const itsDay = { from: '2025-03-31T00:00:00Z', to: '2025-04-01T00:00:00Z' };

const returns = '1400000001-@RBT#DeskDefaultRobot-q1';

/** Puts a question into what the chatbot knows. */
function withQuestion({ knowledge }: World): void {
	knowledge.faq.questions.push({
		questionId: returns,
		categoryId: 77514,
		question: 'How do I return an article?',
		answer: 'Open your order and choose Return.',
		richText: false,
		similarQuestions: ['Can I send something back?'],
		languageTag: '',
		status: 4,
	});
}

/** A sample for each operation of Desk's resources. */
export const deskSamples: Record<string, OperationSample> = {
	'session.sendMessage': {
		parameters: { sendTo: 'user', serviceAccount: '@support', userId: 'alice', text: 'Hello' },
	},
	'session.sendAndWait': {
		parameters: {
			sendTo: 'user',
			serviceAccount: '@support',
			userId: 'alice',
			message: 'May we change your booking to nine?',
		},
		answer: { answer: 'approve' },
	},
	'session.sendStream': { parameters: { ...running, text: 'Hello. How can we help you?' } },
	'session.sendMarkdownStream': {
		parameters: { ...running, text: '**Hello.** How can we help you?' },
	},
	'session.contactUser': { parameters: { serviceAccount: '@support', userId: 'alice' } },
	'session.createGroup': {
		parameters: {
			serviceAccount: '@support',
			newGroupId: 'order-4711',
			name: 'Order 4711',
			members: 'alice, bob',
		},
	},
	'session.transfer': { parameters: running },
	'session.end': { parameters: running },
	'session.getStatus': {
		parameters: { findBy: 'user', serviceAccount: '@support', userId: 'frank' },
	},
	'session.getMessages': { parameters: ended },
	'session.getMany': { parameters: itsDay },

	'statistics.getSessions': { parameters: itsDay },
	'statistics.getReception': { parameters: {} },

	'statistics.getAgents': { parameters: { from: '2025-03-31', to: '2025-03-31' } },
	'statistics.getAgentsToday': { parameters: {} },

	'knowledgeBase.addQuestion': {
		parameters: {
			questionCategory: '77514',
			questionCategoryId: 77514,
			question: 'How do I return an article?',
			answer: 'Open your order and choose Return.',
		},
	},

	'knowledgeBase.getQuestions': { parameters: {}, before: withQuestion },
	'knowledgeBase.updateQuestion': {
		parameters: { questionId: returns, updateFields: { answer: 'Within 30 days.' } },
		before: withQuestion,
	},
	'knowledgeBase.enableQuestions': { parameters: { questionIds: returns }, before: withQuestion },
	'knowledgeBase.disableQuestions': { parameters: { questionIds: returns }, before: withQuestion },
	'knowledgeBase.deleteQuestions': { parameters: { questionIds: returns }, before: withQuestion },
	'knowledgeBase.createRobot': { parameters: { nickname: 'Parcel helper' } },

	'knowledgeBase.createCategory': { parameters: { title: 'Payment' } },
	'knowledgeBase.getCategories': { parameters: {} },
	'knowledgeBase.updateCategory': { parameters: { questionCategory: 77514, title: 'My orders' } },
	'knowledgeBase.deleteCategory': { parameters: { questionCategory: 77514 } },

	'agent.create': { parameters: { memberMail: 'emma@example.com', nickName: 'Emma' } },
	'agent.getMany': {
		parameters: {},
		before: ({ agents }) => Object.assign(agents.get('mia@example.com') ?? {}, { roleIds: [5] }),
	},
	'agent.setStatus': {
		parameters: { memberId: 'mia@example.com', status: 'STATUS_REST', restReason: 'Lunch' },
	},
	'agent.update': {
		parameters: { memberId: 'mia@example.com', updateFields: { nickName: 'Mia' } },
	},

	'agent.restoreOnline': { parameters: { memberId: 'mia@example.com' } },

	'agentGroup.create': { parameters: { name: 'Weekends', memberMails: 'mia@example.com' } },
	'agentGroup.delete': { parameters: { groupId: 9467 } },
	'agentGroup.getMany': { parameters: {} },
	'agentGroup.update': { parameters: { groupId: 9467, updateFields: { name: 'Evenings' } } },

	'role.getMany': { parameters: {} },
	'role.update': {
		parameters: { role: '101', roleId: 101, updateFields: { name: 'Owls' } },
	},

	'serviceAccount.create': { parameters: { serviceAccountId: '@sales', nickname: 'Sales' } },
	'serviceAccount.delete': { parameters: { serviceAccount: '@support' } },
	'serviceAccount.getMany': { parameters: {} },
	'serviceAccount.update': {
		parameters: { serviceAccount: '@support', updateFields: { nickname: 'Help' } },
	},

	'quickReply.getMany': { parameters: { categoryId: '1' } },
	'quickReply.update': {
		parameters: { categoryId: '1', quickReplyId: '11', title: 'Hello', content: 'Hello there' },
	},

	'quickReplyCategory.create': { parameters: { name: 'Opening hours' } },
	'quickReplyCategory.getMany': { parameters: {} },
	'quickReplyCategory.update': { parameters: { categoryId: '1', name: 'Welcome' } },
};
