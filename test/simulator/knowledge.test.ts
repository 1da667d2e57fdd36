import { demoApp } from '../../simulator';
import { testbeds } from '../harness/simulatorTestbed';

const open = testbeds();

const of = (command: string) => `openim_console_http_svc/${command}`;

const talk = '1400000001-@RBT#DeskDefaultRobot-t1';
const page = { PageIndex: 1, PageSize: 10 };

describe('what the knowledge base refuses', () => {
	it.each<[command: string, body: object, code: number]>([
		['list_faq', { PageIndex: 0, PageSize: 10 }, -7],
		['list_faq', { PageIndex: 1 }, -7],
		['list_faq', { ...page, Status: 6 }, -7],
		['list_faq', { ...page, Question: 1 }, -7],
		['update_faq', { StandardQuestionId: talk }, -50003],
		['update_faq', {}, -7],
		['update_chitchat', { StandardQuestionId: talk, CategoryId: 77514 }, -50003],
		['update_chitchat', { StandardQuestionId: talk, AnswerType: 1 }, -7],
		['batch_set_faq', { StandardQuestionIds: [], Status: 4 }, -7],
		['batch_set_faq', { StandardQuestionIds: [talk], Status: 4 }, -50003],
		['batch_set_faq', { StandardQuestionIds: [talk], Status: 3 }, -7],
		['add_faq_category', { Title: '' }, -7],
		['add_faq_category', { Title: 'a', ParentId: 88001 }, -50003],
		['update_faq_category', { CategoryId: 77514 }, -7],
		['del_faq_category', { CategoryId: 77513 }, -50011],
		['del_chitchat_category', { CategoryId: 77514 }, -50003],
		['desk_add_robot', { RobotNickName: 'x'.repeat(51) }, -7],
	])('%s with %j: %i', async (command, body, code) => {
		const testbed = await open();

		expect(await testbed.codeOf(of(command), body)).toBe(code);
	});

	it('is anything of an app without Desk', async () => {
		const testbed = await open({ apps: [{ ...demoApp, desk: false }] });

		expect(await testbed.codeOf(of('list_faq'), page)).toBe(-50040);
	});
});

describe('what the knowledge base keeps', () => {
	it('leaves a question as it is where a field is empty', async () => {
		const testbed = await open();

		const body = { StandardQuestionId: talk, Question: '', Answer: 'Well.' };
		expect(await testbed.codeOf(of('update_chitchat'), body)).toBe(0);

		expect(await testbed.call(of('list_chitchat'), page)).toMatchObject({
			AllQuestionCount: 1,
			StandardQuestionCount: 1,
			QuestionList: [
				{ StandardQuestionId: talk, StandardQuestion: 'How are you?', Answer: 'Well.' },
			],
		});
	});

	it('loses the questions of a category that is deleted, and the categories inside it', async () => {
		const testbed = await open();
		const question = { Question: 'When?', Answer: 'Soon.', CategoryId: 77515 };
		expect(await testbed.codeOf(of('add_faq'), question)).toBe(0);

		expect(await testbed.codeOf(of('del_faq_category'), { CategoryId: 77514 })).toBe(0);

		const { faq } = testbed.simulator.world().knowledge;
		expect(faq.questions).toEqual([]);
		expect([...faq.categories.keys()]).toEqual([77513]);
	});
});
