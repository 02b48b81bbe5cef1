-- hedui in Neovim (0.7 or newer): starts `hedui lsp` for drafts.
--
--   cp editors/nvim/hedui.lua ~/.config/nvim/plugin/
--
-- Configure it before, in init.lua; what is left out is as here:
--
--   vim.g.hedui = {
--     cmd = { "hedui", "lsp" },
--     filetypes = { "text", "markdown", "html" },
--     settings = { minSeverity = "warning", lang = "zh" },
--   }
--
-- Findings are diagnostics; K on a figure says how it was understood, gd
-- leads to the other place, gr lists all of them, <leader>ca silences it.

local given = vim.g.hedui or {}
local filetypes = given.filetypes or { "text", "markdown", "html" }
local language_of = { text = "plaintext" }

-- The folder of the nearest configuration, else that of the file.
local function root_of(file)
  local found = vim.fn.findfile(".hedui.lua", vim.fn.fnamemodify(file, ":p:h") .. ";")
  return vim.fn.fnamemodify(found ~= "" and found or file, ":p:h")
end

local function map_keys(_, buffer)
  local function map(keys, does)
    vim.keymap.set("n", keys, does, { buffer = buffer })
  end
  map("K", vim.lsp.buf.hover)
  map("gd", vim.lsp.buf.definition)
  map("gr", vim.lsp.buf.references)
  map("<leader>ca", vim.lsp.buf.code_action)
end

local function config_of(file)
  return {
    name = "hedui",
    cmd = given.cmd or { "hedui", "lsp" },
    root_dir = root_of(file),
    init_options = given.settings,
    settings = { hedui = given.settings or vim.empty_dict() },
    on_attach = map_keys,
    get_language_id = function(_, filetype)
      return language_of[filetype] or filetype
    end,
    flags = { debounce_text_changes = 20 },
  }
end

-- One server for all buffers; Neovim 0.8 and newer see to that themselves.
local client

local function attach(buffer)
  local config = config_of(vim.api.nvim_buf_get_name(buffer))
  if vim.lsp.start then
    vim.lsp.start(config, {
      bufnr = buffer,
      reuse_client = function(other) return other.name == config.name end,
    })
    return
  end
  if client == nil or vim.lsp.get_client_by_id(client) == nil then
    client = vim.lsp.start_client(config)
  end
  if client then vim.lsp.buf_attach_client(buffer, client) end
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = filetypes,
  callback = function(event) attach(event.buf) end,
})
