import type {LineSection} from "../body.ts";
import {conversationForms} from "./line-forms-conversation.ts";
import type {Form} from "./line-forms-form.ts";
import {registerForms} from "./line-forms-registers.ts";

export type {Form} from "./line-forms-form.ts";

/** The line grammar, section by section: the only list of what a line may hold. */
export const forms: Record<LineSection, Form> = {...conversationForms, ...registerForms};
