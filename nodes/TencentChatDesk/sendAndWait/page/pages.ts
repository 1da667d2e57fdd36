import type { Question } from '../question';
import { maxText, type Reply } from '../questionReply';
import { markup, type Html } from './html';
import { layout } from './layout';

/** Name of the form's field that holds the answer, and what the two buttons of an approval send. */
export const answerField = 'answer';
export const approving = 'approve';
export const declining = 'decline';

function approvalControls({ approve, decline }: Extract<Reply, { type: 'approval' }>): Html {
	const second =
		decline === undefined
			? markup``
			: markup`
<button class="second" name="${answerField}" value="${declining}" dir="auto">${decline}</button>`;
	return markup`<button name="${answerField}" value="${approving}" dir="auto">${approve}</button>${second}`;
}

function choiceControls(choices: readonly string[]): Html {
	const each = choices.map(
		(choice, index) => markup`
<label class="choice"><input type="radio" name="${answerField}" value="${String(index)}" required>
<span dir="auto">${choice}</span></label>`,
	);
	return markup`<fieldset><legend>Your answer</legend>${each}</fieldset>`;
}

const textControl = markup`<div class="field">
<label class="label" for="${answerField}">Your answer</label>
<textarea id="${answerField}" name="${answerField}" maxlength="${String(maxText)}" required dir="auto"></textarea>
</div>`;

function controls(reply: Reply, button: string): Html {
	if (reply.type === 'approval') return approvalControls(reply);
	const control = reply.type === 'choice' ? choiceControls(reply.choices) : textControl;
	return markup`${control}
<button dir="auto">${button}</button>`;
}

/**
 * The page that asks. Only its button answers: programs that look at a link, such as previews in
 * chats, never send a form.
 *
 * @param problem why the answer that was sent before is none
 */
export function questionPage({ title, message, reply, page }: Question, problem?: string): string {
	const complaint =
		problem === undefined
			? markup``
			: markup`<p class="wrong" role="alert">${problem}</p>
`;
	const content = markup`<p dir="auto">${message}</p>
<form method="post" autocomplete="off">
${complaint}${controls(reply, page.button)}
</form>`;
	return layout(page.language, title, content);
}

/** The page after the answer. */
export function thanksPage({ title, page }: Question): string {
	return layout(page.language, title, markup`<p role="status" dir="auto">${page.thanks}</p>`);
}

/** The page of a link that was changed on its way, or that is not one of ours. */
export const alteredPage = layout(
	'en',
	'This link is not valid',
	markup`<p>It was changed, or cut off. Open the link in the message itself.</p>`,
);

/** The page of a question that is not waited for any more. */
export const overPage = layout(
	'en',
	'This question is closed',
	markup`<p>It was already answered, or its time is over. There is nothing left to do.</p>`,
);

/** The page where this n8n cannot show the right one. */
export const errorPage = layout(
	'en',
	'This page cannot be shown at the moment',
	markup`<p>Nothing was answered. Please try again in a few minutes. If that does not help, tell whoever sent you the question.</p>`,
);
