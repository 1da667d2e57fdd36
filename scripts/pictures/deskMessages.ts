import type { IDataObject } from 'n8n-workflow';

import { readCustomerMessage } from '../../nodes/TencentChatDesk/messages';
import { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { deskSend } from '../../test/harness/commands';
import { openBrowser } from '../../test/harness/editor/browser';
import { InboxTestbed, openInbox, turnTo } from '../../test/harness/editor/inbox';
import { CustomerWindow } from '../../test/harness/officialClient/customerWindow';
import { inProject } from '../../test/harness/project';
import { deskMessage } from '../../test/harness/simulatorTestbed';

const picture = 'https://example.com/mug.png';

/** What is sent, by the name of its picture. */
const kinds: Record<string, IDataObject> = {
	'rich-text': {
		messageType: 'richText',
		richText:
			'### Your order\n\nThe **blue mug** is on its way:\n\n- packed on Monday\n- at your door on Friday\n\n[Follow the parcel](https://example.com/4711)',
	},
	card: {
		messageType: 'card',
		cardTitle: 'Blue mug',
		cardDescription: '12.50 EUR',
		cardPictureUrl: picture,
		cardLinkUrl: 'https://example.com/p/1',
	},
	choices: {
		messageType: 'choices',
		choicesTitle: 'What is it about?',
		choicesItems: 'Delivery\nAn invoice\nSomething else',
	},
	'form-options': {
		messageType: 'form',
		formQuestion: 'Which shop?',
		formAnswerWith: 'options',
		formOptions: 'Berlin\nParis',
	},
	'form-input': {
		messageType: 'form',
		formQuestion: 'What is your order number?',
		formAnswerWith: 'input',
	},
};

/** The web client of Tencent hides it; this is how the simulator's inbox shows it. */
const order: IDataObject = {
	messageType: 'order',
	orderGuide: 'Order 4711',
	orderName: 'Blue mug, 2 pieces',
	orderDescription: '25.00 EUR',
	orderDetails: { details: [{ name: 'Status', value: 'Shipped', customerValue: 'DHL 123' }] },
};

const image = (name: string) => inProject('docs', 'images', 'desk', `${name}.png`);

/** Pictures of what the node sends to a customer, drawn by Tencent's own client for the web. */
export async function takeDeskPictures(): Promise<void> {
	const { browser } = await openBrowser();
	const testbed = await InboxTestbed.open();
	const customer = await CustomerWindow.open(browser, testbed.simulator, 'alice', '@support');
	let random = 0;
	const send = async (fields: IDataObject) => {
		const MsgBody = readCustomerMessage(new Fields((name) => fields[name] ?? ''));
		await testbed.call(deskSend, deskMessage({ MsgRandom: (random += 1), MsgBody }));
	};
	try {
		for (const fields of Object.values(kinds)) await send(fields);
		await customer.refresh();
		const drawn = customer.page.locator('#messages > li');
		for (const [index, name] of Object.keys(kinds).entries()) {
			await drawn.nth(index).screenshot({ path: image(name) });
		}
		await send(order);
		const inbox = await openInbox(browser, testbed.simulator.url);
		await turnTo(inbox, 'alice');
		await inbox.locator('article.order').screenshot({ path: image('order') });
	} finally {
		await testbed.close();
		await browser.close();
	}
}
