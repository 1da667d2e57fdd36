import { testbeds } from '../harness/simulatorTestbed';
import { vendorSamples } from './vendorSamples';

describe('the samples of the documentation pages', () => {
	const open = testbeds();

	it.each(vendorSamples)('accepts $page as it is printed', async ({ path, body }) => {
		const testbed = await open();

		expect(await testbed.call(path, body)).toMatchObject({
			ActionStatus: 'OK',
			ErrorCode: 0,
			ErrorInfo: '',
		});
		expect(testbed.simulator.requests[0]).toMatchObject({
			unknownFields: [],
			errorCode: 0,
			raw: body,
		});
		expect(testbed.simulator.conversations()[0]?.entries).toHaveLength(1);
	});

	it('answers sendmsg with a time and a key made of number, random and time', async () => {
		const testbed = await open();
		const sample = vendorSamples.find(({ path }) => path === 'openim/sendmsg');

		const response = await testbed.call('openim/sendmsg', sample?.body);

		const time = Math.floor(testbed.now / 1000);
		expect(response.MsgTime).toBe(time);
		expect(response.MsgKey).toMatch(new RegExp(`^\\d+_1287657_${time}$`));
	});

	it('answers contact_user with the agent that was asked for', async () => {
		const testbed = await open();
		const sample = vendorSamples.find(({ path }) => path === 'desk_http_svc/contact_user');

		expect(await testbed.call('desk_http_svc/contact_user', sample?.body)).toEqual({
			ActionStatus: 'OK',
			ErrorInfo: '',
			ErrorCode: 0,
			MemberId: '1289316687@qq.com',
		});
	});

	it('answers a live message with a RequestId and a nested Response', async () => {
		const testbed = await open();
		const sample = vendorSamples.find(({ path }) => path.startsWith('live_engine'));

		expect(await testbed.call('live_engine_http_srv/send_text_msg', sample?.body)).toEqual({
			ActionStatus: 'OK',
			ErrorInfo: '',
			ErrorCode: 0,
			RequestId: expect.stringMatching(/^Id-[0-9a-f]{32}-O-Seq-\d+$/),
			Response: { MsgTime: Math.floor(testbed.now / 1000), MsgSeq: 1, MsgDropReason: '' },
		});
	});
});
