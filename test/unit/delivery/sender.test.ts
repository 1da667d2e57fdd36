import { withSender } from '../../../nodes/TencentChatDesk/delivery/sender';

const admin = 'administrator';

describe('a body as the server understands it', () => {
	it('comes from the account that signs where it names nobody', () => {
		expect(withSender({ sender: 'From' }, { To: 'mia' }, admin)).toEqual({
			From: admin,
			To: 'mia',
		});
	});

	it('comes from whom it names', () => {
		const body = { To: 'mia', From: 'lea' };
		expect(withSender({ sender: 'From' }, body, admin)).toBe(body);
	});

	it('stays as it is where the API has no field for the sender', () => {
		const body = { To: 'mia' };
		expect(withSender({}, body, admin)).toBe(body);
	});
});
