;;; hedui.el --- find the figures of a report that disagree -*- lexical-binding: t -*-

;; Author: hedui
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1") (eglot "1.9"))
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Starts `hedui lsp' by Eglot for drafts in text, Markdown and HTML:
;;
;;   (load "/path/to/editors/emacs/hedui.el")
;;   (add-hook 'text-mode-hook #'hedui-maybe)
;;
;; or M-x hedui in a buffer.  Findings are shown by Flymake; ElDoc says how the
;; figure at point was understood; M-. leads to the other place, M-? lists all
;; of them; M-x eglot-code-actions silences a finding.

;;; Code:

(require 'eglot)

(defgroup hedui nil
  "Find the figures of a report that disagree."
  :group 'text)

(defcustom hedui-command '("hedui" "lsp")
  "The language server and its arguments."
  :type '(repeat string))

(defcustom hedui-settings nil
  "Options for the server, a property list: (:minSeverity \"warning\")."
  :type 'plist)

(defconst hedui-modes
  '((text-mode :language-id "plaintext")
    (markdown-mode :language-id "markdown")
    (html-mode :language-id "html"))
  "The modes of drafts.")

(defun hedui--contact (&optional _interactive)
  "How Eglot starts the server."
  (append hedui-command
          (and hedui-settings
               (list :initializationOptions hedui-settings))))

(dolist (mode hedui-modes)
  (add-to-list 'eglot-server-programs (cons mode #'hedui--contact)))

;;;###autoload
(defun hedui ()
  "Check the figures of this draft while it is written."
  (interactive)
  (eglot-ensure))

;;;###autoload
(defun hedui-maybe ()
  "Do so in modes of drafts alone, not in those that derive from them."
  (when (assq major-mode hedui-modes)
    (hedui)))

(provide 'hedui)
;;; hedui.el ends here
