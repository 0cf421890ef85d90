/**
 * Web Chat's settings, taken from the custom properties of chat-page.css, so that light and dark are told once.
 *
 * @returns {object} `styleOptions` of Web Chat 4.18.
 */
export function styleOptions() {
  const properties = getComputedStyle(document.documentElement);
  const colour = (name) => properties.getPropertyValue(`--${name}`).trim();
  const isNarrow = matchMedia("(max-width: 52rem)").matches;
  return {
    accent: colour("accent"),
    backgroundColor: colour("surface"),
    subtle: colour("ink-soft"),
    primaryFont: colour("font"),
    notificationText: colour("ink-soft"),
    ...bubbles(colour),
    ...sendBox(colour),
    ...suggestedActions(colour, isNarrow),
    cardPushButtonBackgroundColor: colour("accent-soft"),
    cardPushButtonTextColor: colour("accent"),
    cardEmphasisBackgroundColor: colour("accent-soft"),
    // A long answer stops at its first line instead of running past it.
    autoScrollSnapOnPage: true,
    markdownRenderHTML: false,
    transitionDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? "0s" : "0.2s",
  };
}

function bubbles(colour) {
  return {
    bubbleBackground: colour("bubble"),
    bubbleBorderColor: colour("line"),
    bubbleBorderRadius: 12,
    bubbleTextColor: colour("ink"),
    bubbleFromUserBackground: colour("mine"),
    bubbleFromUserBorderColor: colour("mine"),
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: colour("ink"),
    bubbleMaxWidth: 680,
    bubbleMinWidth: 80,
    timestampColor: colour("ink-soft"),
    transcriptActivityVisualKeyboardIndicatorColor: colour("focus"),
    transcriptVisualKeyboardIndicatorColor: colour("focus"),
    transcriptOverlayButtonBackground: colour("accent"),
    transcriptOverlayButtonColor: colour("accent-ink"),
  };
}

function sendBox(colour) {
  return {
    hideUploadButton: true,
    sendBoxBackground: colour("surface"),
    sendBoxBorderTop: `solid 1px ${colour("line")}`,
    sendBoxButtonColor: colour("accent"),
    sendBoxButtonShadeColorOnHover: colour("accent-soft"),
    sendBoxButtonShadeColorOnActive: colour("accent-soft"),
    sendBoxButtonShadeColorOnDisabled: "transparent",
    sendBoxHeight: 52,
    sendBoxPlaceholderColor: colour("ink-soft"),
    sendBoxTextColor: colour("ink"),
    sendBoxTextWrap: true,
  };
}

function suggestedActions(colour, isNarrow) {
  return {
    suggestedActionLayout: isNarrow ? "stacked" : "flow",
    suggestedActionsStackedLayoutButtonTextWrap: true,
    suggestedActionBackgroundColor: colour("surface"),
    suggestedActionBackgroundColorOnActive: colour("accent-soft"),
    suggestedActionBackgroundColorOnHover: colour("accent-soft"),
    suggestedActionBackgroundColorOnFocus: colour("accent-soft"),
    suggestedActionBorderColor: colour("accent"),
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 36,
    suggestedActionTextColor: colour("accent"),
  };
}
